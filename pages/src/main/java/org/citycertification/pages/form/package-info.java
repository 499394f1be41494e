/** Forms that work without a script: sent twice they act once, and their errors are said where they are. */
@NullMarked
package org.citycertification.pages.form;

import org.jspecify.annotations.NullMarked;
