package org.citycertification.schemas.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics and waits until every partition can be written to. */
final class TopicCreation {
    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
    private static final long LEADERS_WITHIN_SECONDS = 30;
    private static final long PAUSE_MILLIS = 50;

    private final Admin admin;
    private final short replicas;

    TopicCreation(Admin admin, short replicas) {
        this.admin = admin;
        this.replicas = replicas;
    }

    void createAll() {
        List<String> names = new ArrayList<>();
        List<String> existing = new ArrayList<>();
        for (NewTopic topic : new PlannedTopics(replicas).all()) {
            names.add(topic.name());
            if (!create(topic)) {
                existing.add(topic.name());
            }
        }
        awaitLeaders(names);
        new ExistingTopics(admin).differences(existing, replicas).forEach(log::warn);
    }

    /** Whether the topic is new. */
    private boolean create(NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw Answer.refusal("Topic " + topic.name() + " was not created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    private void awaitLeaders(List<String> names) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEADERS_WITHIN_SECONDS);
        while (!allHaveLeaders(names)) {
            if (System.nanoTime() > deadline) {
                throw new CannotDeploy(
                        "Some partitions have no leader after " + LEADERS_WITHIN_SECONDS + " s; is every broker up?");
            }
            pause();
        }
    }

    private boolean allHaveLeaders(List<String> names) {
        try {
            return admin.describeTopics(names).allTopicNames().get(5, TimeUnit.SECONDS).values().stream()
                    .map(TopicDescription::partitions)
                    .allMatch(partitions -> partitions.stream().allMatch(p -> p.leader() != null));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw Answer.refusal("Topics could not be described", e);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for leaders", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for leaders", e);
        }
    }
}
