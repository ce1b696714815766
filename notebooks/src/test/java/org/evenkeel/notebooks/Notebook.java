package org.evenkeel.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A notebook file.
 *
 * @param json its content
 */
record Notebook(JsonNode json) {
    /** Where Maven says that the module is. */
    private static final Path FOLDER = Path.of(System.getProperty("basedir", ""));

    static Notebook read(String name) throws IOException {
        return new Notebook(new ObjectMapper().readTree(Files.readString(FOLDER.resolve(name))));
    }

    /** The names of all of them. */
    static Stream<String> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.toAbsolutePath())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The code cells, each as one text. */
    List<String> code() {
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : json.get("cells").values()) {
            if (cell.get("cell_type").stringValue().equals("code")) {
                StringBuilder text = new StringBuilder();
                cell.get("source").values().forEach(line -> text.append(line.stringValue()));
                cells.add(text.toString());
            }
        }
        return cells;
    }
}
