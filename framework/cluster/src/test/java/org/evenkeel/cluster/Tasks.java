package org.evenkeel.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.sweep.Runner;

/** Runs to be made, of {@link Mortal}. */
final class Tasks {
    private Tasks() {}

    /** With 1, 2, 3 … dollars. */
    static List<Runner.Task> of(int count) {
        List<Runner.Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(new Runner.Task(i, new LinkedHashMap<>(Map.of("dollars", Integer.toString(i + 1)))));
        }
        return tasks;
    }
}
