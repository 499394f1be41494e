package org.citycertification.review.reviewcase;

import java.util.function.Supplier;
import org.citycertification.review.reviewcase.domain.CaseFile;

/** The trace of the request with which the city sent its submission; what people decide on it later goes on in it. */
public interface SubmissionTrace {

    /** Does the work as part of the trace of the version under review; whoever asks for it now is linked to it. */
    <T> T continued(CaseFile file, Supplier<T> work);
}
