package org.citycertification.review.reviewcase.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.citycertification.review.reviewcase.domain.CriterionCode;
import org.citycertification.review.reviewcase.domain.ProposedFinding;

/** All departures of the caller; none confirms the automatic results. */
record FindingsRequest(@NotNull @Size(max = 200) List<@NotNull @Valid Item> findings) {

    record Item(
            @NotBlank @Size(max = 50) String criterion,
            @NotNull Boolean met,
            @NotNull String reason) {}

    List<ProposedFinding> toProposed() {
        return findings.stream()
                .map(item -> new ProposedFinding(new CriterionCode(item.criterion()), item.met(), item.reason()))
                .toList();
    }
}
