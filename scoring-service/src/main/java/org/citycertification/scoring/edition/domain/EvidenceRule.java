package org.citycertification.scoring.edition.domain;

/**
 * Evidence without which a criterion is not met.
 *
 * @param count how many different pieces of this kind are required, at least 1
 * @param shows what the evidence has to show; read by people, not checked by the machine
 */
public record EvidenceRule(EvidenceKind kind, int count, String shows) {

    public EvidenceRule {
        if (count < 1) {
            throw new IllegalArgumentException("evidence of kind " + kind + " must be required at least once");
        }
    }
}
