package org.citycertification.scoring.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.run.Progress;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.whatif.domain.Effect;
import org.citycertification.scoring.whatif.domain.Tally;

/**
 * Compares a draft edition with those that the submissions of the past were scored against. It publishes nothing and
 * leaves no trace on any topic. It keeps the result of each submission's newest version, not its answers, so its memory
 * does not grow with the size of what cities wrote.
 */
public class WhatIf {
    private static final int EXAMPLES = 20;

    private final PastAssessments past;
    private final Editions editions;

    public WhatIf(PastAssessments past, Editions editions) {
        this.past = past;
        this.editions = editions;
    }

    /** Compares everything that was submitted up to now. */
    public WhatIfReport compare(PublishedEdition draft, Progress progress) {
        var reading = new Reading(draft);
        past.read(reading, progress);
        return reading.report();
    }

    /** Collects while the past is read. */
    private final class Reading implements PastAssessments.Reader {
        private final PublishedEdition draft;
        private final Map<UUID, WhatIfReport.Row> rows = new TreeMap<>();
        private final List<String> examples = new ArrayList<>();
        private long leftOut;

        Reading(PublishedEdition draft) {
            this.draft = draft;
        }

        @Override
        public void assessment(UUID submission, long version, String city, EditionId pinned, Assessment assessment) {
            var edition = editions.find(pinned);
            if (edition.isEmpty()) {
                leftOut("submission " + submission + ": edition " + pinned + " is not published");
                return;
            }
            try {
                var effect = Effect.of(edition.get().edition(), draft.edition(), assessment);
                rows.put(submission, new WhatIfReport.Row(submission, version, city, pinned, effect));
            } catch (IllegalArgumentException e) {
                leftOut("submission " + submission + ": " + e.getMessage());
            }
        }

        @Override
        public void leftOut(String reason) {
            leftOut++;
            if (examples.size() < EXAMPLES) {
                examples.add(reason);
            }
        }

        WhatIfReport report() {
            var tally = Tally.of(
                    rows.values().stream().map(WhatIfReport.Row::effect).toList());
            return new WhatIfReport(draft, tally, List.copyOf(rows.values()), leftOut, examples);
        }
    }
}
