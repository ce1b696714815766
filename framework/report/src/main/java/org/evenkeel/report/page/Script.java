package org.evenkeel.report.page;

/**
 * The text of a script or data element. It holds nothing that could end the element.
 *
 * @param id its name
 * @param text what goes between the tags
 */
record Script(String id, String text) {}
