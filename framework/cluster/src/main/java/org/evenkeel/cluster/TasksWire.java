package org.evenkeel.cluster;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.sweep.Runner.Task;

/** Runs to be made, on their way to an executor. */
final class TasksWire {
    private TasksWire() {}

    static byte[] bytes(List<Task> tasks) {
        return Wire.bytes(out -> {
            out.writeInt(tasks.size());
            for (Task task : tasks) {
                out.writeLong(task.number());
                Wire.map(out, task.set());
            }
        });
    }

    static List<Task> read(byte[] bytes) {
        return Wire.read(bytes, in -> {
            int size = in.readInt();
            List<Task> tasks = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                tasks.add(new Task(in.readLong(), Wire.map(in)));
            }
            return tasks;
        });
    }
}
