package org.evenkeel.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.StrategyException;

/** Makes strategies of a class: through its constructor with parameters, or the one without. */
final class StrategyClass {
    private StrategyClass() {}

    static boolean isConcrete(Class<?> type) {
        return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }

    static Function<Parameters, Strategy> factoryOf(Class<?> type) {
        if (!Strategy.class.isAssignableFrom(type) || !isConcrete(type)) {
            throw new UsageException(type.getName() + " is no strategy: it must be a class that implements "
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
            throw new UsageException(
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
            throw failure(constructor.getDeclaringClass(), Objects.requireNonNullElse(e.getCause(), e));
        } catch (ExceptionInInitializerError e) {
            throw failure(constructor.getDeclaringClass(), Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new UsageException(constructor.getDeclaringClass().getName() + " cannot be made: " + e + ".", e);
        }
    }

    /** What the constructor threw: a value that it does not like, or a fault of its own. */
    private static RuntimeException failure(Class<?> type, Throwable thrown) {
        return thrown instanceof IllegalArgumentException refusal
                ? refusal
                : new StrategyException(type.getSimpleName() + " failed in its constructor: " + thrown + ".", thrown);
    }
}
