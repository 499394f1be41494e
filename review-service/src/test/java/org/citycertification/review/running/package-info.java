/** Tests against the running service on a real broker, registry and database. */
package org.citycertification.review.running;
