package org.evenkeel.sweep;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.evenkeel.api.ParameterException;

/**
 * Every combination of the values of some axes, by number. The last axis moves fastest.
 *
 * @param axes one or more, each of another parameter
 */
public record Grid(List<Axis> axes) {
    /**
     * @throws ParameterException when there is no axis, or two of one parameter
     */
    public Grid {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new ParameterException(
                    "There is nothing to sweep: give a grid, as --grid fast=10:48:2 --grid slow=10:48:2.");
        }
        Set<String> names = new HashSet<>();
        for (Axis axis : axes) {
            if (!names.add(axis.name())) {
                throw new ParameterException("The parameter " + axis.name() + " has two grids: put them into one.");
            }
        }
    }

    /** How many combinations there are; {@link Long#MAX_VALUE} where there are more than that. */
    public long size() {
        long size = 1;
        for (Axis axis : axes) {
            if (size > Long.MAX_VALUE / axis.size()) {
                return Long.MAX_VALUE;
            }
            size *= axis.size();
        }
        return size;
    }

    /**
     * The parameters of a combination, in the order of the axes.
     *
     * @param number from 0 on
     */
    public SequencedMap<String, String> point(long number) {
        long[] indices = new long[axes.size()];
        long rest = number;
        for (int axis = indices.length - 1; axis >= 0; axis--) {
            indices[axis] = rest % axes.get(axis).size();
            rest /= axes.get(axis).size();
        }
        return point(indices);
    }

    /**
     * The parameters at a place on each axis.
     *
     * @param indices one for each axis
     */
    public SequencedMap<String, String> point(long... indices) {
        SequencedMap<String, String> point = new LinkedHashMap<>();
        for (int axis = 0; axis < indices.length; axis++) {
            point.put(axes.get(axis).name(), axes.get(axis).value(indices[axis]));
        }
        return Collections.unmodifiableSequencedMap(point);
    }

    @Override
    public String toString() {
        return String.join(" × ", axes.stream().map(Axis::toString).toList());
    }
}
