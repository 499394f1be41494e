package org.citycertification.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** The test, as a child JVM sees it: a line on standard error tells it something, a byte from it says "go on". */
final class Parent {
    private static final int ORPHANED = 3;

    private final CountDownLatch go = new CountDownLatch(1);

    /** From now on the child dies with its parent. */
    Parent() {
        var listener = new Thread(this::listen, "parent");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try {
            while (System.in.read() >= 0) {
                go.countDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(ORPHANED);
        }
    }

    void say(String line) {
        System.err.println(line);
    }

    /** Waits, the first time, until the parent says that it may go on. */
    void awaitGo() {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
