package org.evenkeel.sweep.subject;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import org.evenkeel.api.ParameterException;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.StrategyException;

/** Makes strategies of a class: through its constructor with parameters, or the one without. */
public final class StrategyClass {
    private StrategyClass() {}

    /** Whether a class can be made at all: it is no interface, and not abstract. */
    public static boolean isConcrete(Class<?> type) {
        return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }

    /**
     * What makes a strategy of its parameters.
     *
     * @throws ParameterException when the class is no strategy, or has no constructor that fits
     */
    public static Function<Parameters, Strategy> factoryOf(Class<?> type) {
        if (!Strategy.class.isAssignableFrom(type) || !isConcrete(type)) {
            throw new ParameterException(type.getName() + " is no strategy: it must be a class that implements "
                    + Strategy.class.getName() + ".");
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] wanted = constructor.getParameterTypes();
            if (wanted.length == 1 && wanted[0] == Parameters.class) {
                return set -> make(constructor, set);
            }
        }
        try {
            Constructor<?> plain = type.getDeclaredConstructor();
            return set -> make(plain);
        } catch (NoSuchMethodException e) {
            throw new ParameterException(
                    type.getName() + " cannot be made: give it a constructor without arguments, or one that takes "
                            + Parameters.class.getSimpleName() + ".",
                    e);
        }
    }

    private static Strategy make(Constructor<?> constructor, Object... arguments) {
        try {
            constructor.setAccessible(true);
            return (Strategy) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ParameterException known) {
                throw known;
            }
            if (e.getCause() instanceof IllegalArgumentException refused && arguments.length > 0) {
                // A value that it cannot use, which the caller tells with the parameters.
                throw refused;
            }
            throw failure(constructor, cause(e));
        } catch (LinkageError e) {
            throw failure(constructor, cause(e));
        } catch (ReflectiveOperationException e) {
            throw new ParameterException(constructor.getDeclaringClass().getName() + " cannot be made: " + e + ".", e);
        }
    }

    private static StrategyException failure(Constructor<?> constructor, Throwable cause) {
        return new StrategyException(
                constructor.getDeclaringClass().getSimpleName() + " failed in its constructor: " + cause + ".", cause);
    }

    private static Throwable cause(Throwable wrapper) {
        Throwable cause = wrapper.getCause();
        return cause == null ? wrapper : cause;
    }
}
