package org.evenkeel.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Jupyter wants of a notebook's file, and what a repository wants of it: that it keeps no results. */
class NotebookFilesTest {
    static Stream<String> notebooks() throws IOException {
        return Notebook.all();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_names_the_java_kernel_and_its_format(String name) throws IOException {
        JsonNode json = Notebook.read(name).json();
        assertEquals("java", json.at("/metadata/kernelspec/name").stringValue());
        assertEquals("java", json.at("/metadata/kernelspec/language").stringValue());
        assertEquals(4, json.get("nbformat").intValue());
        assertTrue(json.get("nbformat_minor").intValue() >= 5, "cells have ids from 4.5 on");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_begins_with_a_title_and_each_cell_has_an_id_of_its_own(String name) throws IOException {
        JsonNode cells = Notebook.read(name).json().get("cells");
        assertEquals("markdown", cells.get(0).get("cell_type").stringValue());
        assertTrue(cells.get(0).get("source").get(0).stringValue().startsWith("# "));
        Set<String> ids = new HashSet<>();
        cells.values().forEach(cell -> assertTrue(ids.add(cell.get("id").stringValue()), cell.toString()));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_is_kept_without_results(String name) throws IOException {
        for (JsonNode cell : Notebook.read(name).json().get("cells").values()) {
            if (cell.get("cell_type").stringValue().equals("code")) {
                assertEquals(0, cell.get("outputs").size(), cell.toString());
                assertTrue(cell.get("execution_count").isNull(), cell.toString());
            }
        }
    }
}
