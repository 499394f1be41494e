package org.citycertification.intake.submission.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided on a submission version, once released.
 *
 * @param areas in the order of the edition
 * @param roadmap what is left to do, in the order of the edition
 * @param embargoUntil when others may know, null = at once
 */
public record Decision(
        int submissionVersion,
        Instant releasedAt,
        Tally tally,
        List<Area> areas,
        List<RoadmapStep> roadmap,
        @Nullable Instant embargoUntil) {
    public Decision {
        areas = List.copyOf(areas);
        roadmap = List.copyOf(roadmap);
    }

    /** The sum of one practice area. */
    public record Area(String code, String name, int met, int outOf) {}

    /**
     * A criterion that was not met.
     *
     * @param missing what is missing, one sentence each
     */
    public record RoadmapStep(String area, String criterion, String title, List<String> missing) {
        public RoadmapStep {
            missing = List.copyOf(missing);
        }
    }
}
