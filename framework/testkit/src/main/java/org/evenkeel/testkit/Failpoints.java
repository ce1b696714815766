package org.evenkeel.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Points of a run at which it can be made to end: before and after each call of the ports that are watched. A run is
 * done once to count them, and then once for each of them.
 */
public final class Failpoints {
    /** No run comes so far. */
    private static final int NEVER = 0;

    private final int last;
    private final Runnable end;
    private final Runnable atEach;
    private final List<String> reached = new ArrayList<>();

    private Failpoints(int last, Runnable end) {
        this(last, end, () -> {});
    }

    private Failpoints(int last, Runnable end, Runnable atEach) {
        this.last = last;
        this.end = end;
        this.atEach = atEach;
    }

    /** Points that end nothing, to be counted. */
    public static Failpoints counting() {
        return new Failpoints(NEVER, () -> {});
    }

    /**
     * Points that end nothing, at each of which something is done: such as to copy what is on the disk by then, which is
     * all that a process that is killed there leaves.
     */
    public static Failpoints observing(Runnable atEach) {
        return new Failpoints(NEVER, () -> {}, atEach);
    }

    /**
     * Points of which the given one, from 1, ends the run by an error that nothing catches but the test. Whatever is not
     * on disk or sent by then is lost, as when the process is killed.
     */
    public static Failpoints endingAt(int point) {
        return new Failpoints(point, () -> {
            throw new Ended();
        });
    }

    /** Points of which the given one, from 1, ends the process on the spot, as {@code kill -9} does. */
    public static Failpoints haltingAt(int point) {
        return new Failpoints(point, () -> Runtime.getRuntime().halt(HALTED));
    }

    /**
     * Points of which the given time, from 1, that one of this name is reached ends the process on the spot. For a run of
     * which no two have the same number of points, such as one that looks until something is there.
     *
     * @param name as {@link #reached} has it
     */
    public static Failpoints haltingAt(String name, int time) {
        Failpoints[] own = new Failpoints[1];
        own[0] = observing(() -> {
            List<String> reached = own[0].reached;
            if (reached.getLast().equals(name) && Collections.frequency(reached, name) == time) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        return own[0];
    }

    /** The exit code of a process that was halted. */
    public static final int HALTED = 137;

    /** The run ends here. */
    public static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Whether a run ends at a point, and not at its own end. */
    public static boolean ends(Runnable run) {
        try {
            run.run();
            return false;
        } catch (Ended killed) {
            return true;
        }
    }

    /** The names of the points that were reached, in order. */
    public List<String> reached() {
        return List.copyOf(reached);
    }

    /** A port with a point before and after each of its calls, and so for the ports that it hands out. */
    public <T> T around(Class<T> port, T real) {
        Object watched = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            String name = port.getSimpleName() + '.' + method.getName();
            method.setAccessible(true); // A port may be its package's own.
            reach("before " + name);
            try {
                Object answer = method.invoke(real, args);
                reach("after " + name);
                return isPort(method.getReturnType()) ? watch(method.getReturnType(), answer) : answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
        return port.cast(watched);
    }

    private static boolean isPort(Class<?> type) {
        return type.isInterface() && type.getPackageName().startsWith("org.evenkeel") && !type.isSealed();
    }

    private <T> T watch(Class<T> port, Object real) {
        return around(port, port.cast(real));
    }

    private void reach(String point) {
        reached.add(point);
        atEach.run();
        if (reached.size() == last) {
            end.run();
        }
    }
}
