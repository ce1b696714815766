/**
 * Charts as pictures for a README: PNG on white, in the colours of the pages. They need no display; a program that has
 * one and does not want it runs with {@code -Djava.awt.headless=true}. For the report alone.
 *
 * <p>Entry types: {@link org.evenkeel.report.picture.TimePicture} for what goes over time, {@link
 * org.evenkeel.report.picture.Sheet} for what is drawn by hand.
 */
@NullMarked
package org.evenkeel.report.picture;

import org.jspecify.annotations.NullMarked;
