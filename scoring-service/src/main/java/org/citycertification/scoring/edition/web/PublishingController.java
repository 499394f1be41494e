package org.citycertification.scoring.edition.web;

import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.citycertification.http.problem.Problem;
import org.citycertification.scoring.edition.CheckEdition;
import org.citycertification.scoring.edition.EditionLogTaken;
import org.citycertification.scoring.edition.PublishEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coordinators have a file checked, and publish it. */
@RestController
@RequestMapping(path = "/api/editions", consumes = "application/yaml")
class PublishingController {

    private static final Logger log = LoggerFactory.getLogger(PublishingController.class);

    private final CheckEdition checkEdition;
    private final PublishEdition publishEdition;

    PublishingController(CheckEdition checkEdition, PublishEdition publishEdition) {
        this.checkEdition = checkEdition;
        this.publishEdition = publishEdition;
    }

    /** A check that finds faults has succeeded; nothing is ever kept. */
    @PostMapping("/check")
    CheckView check(@RequestBody byte[] file, @RequestParam(required = false) Optional<String> against) {
        return CheckView.of(checkEdition.check(file, against.map(PublishingController::id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<?> publish(@PathVariable String id, @RequestBody byte[] file) {
        return publishEdition.publish(id(id), file).fold(new PublicationAnswers());
    }

    private static EditionId id(String id) {
        try {
            return new EditionId(id);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-edition-id", malformed.getMessage() + ".")
                    .refused();
        }
    }

    @ExceptionHandler({KafkaException.class, EditionLogTaken.class})
    ResponseEntity<Problem> on(RuntimeException unavailable) {
        log.warn("An edition could not be published: {}", unavailable.toString());
        return PublicationAnswers.unavailable().response();
    }
}
