/** What the tests of pages share: an issuer to sign in at, a visitor without and a browser with a screen. */
package org.citycertification.pages.testing;
