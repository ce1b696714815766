package org.evenkeel.cli;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A command in a process of its own that stands still wherever some methods of the program begin, until a test has looked
 * at what there is by then, or has killed it.
 */
public final class SteppedProcess {
    private static final String PATIENCE_MILLIS = "60000";

    private final Process process;
    private final VirtualMachine machine;
    private final Map<String, Set<String>> places;
    private final Consumer<String> listener;

    private SteppedProcess(
            Process process, VirtualMachine machine, Map<String, Set<String>> places, Consumer<String> listener) {
        this.process = process;
        this.machine = machine;
        this.places = places;
        this.listener = listener;
    }

    /**
     * Starts a command.
     *
     * @param places methods by the name of their class; where none is named, all of the class
     * @param listener is told of each place as {@code Class.method}, when the method has done nothing yet
     */
    public static SteppedProcess start(
            List<Object> command, Path said, Map<String, Set<String>> places, Consumer<String> listener)
            throws IOException, IllegalConnectorArgumentsException {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("port").setValue("0");
        arguments.get("timeout").setValue(PATIENCE_MILLIS);
        String address = connector.startListening(arguments);
        try {
            String agent = "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address;
            Process process = OwnProcess.start(List.of(agent), command, Path.of(""), said);
            return new SteppedProcess(process, connector.accept(arguments), places, listener);
        } finally {
            connector.stopListening(arguments);
        }
    }

    /** The process, to be killed. */
    public Process process() {
        return process;
    }

    /** Lets it go on from place to place, to its end. */
    public int toItsEnd() throws InterruptedException {
        for (String type : places.keySet()) {
            ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
            request.addClassFilter(type);
            request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
            request.enable();
        }
        try {
            boolean alive = true;
            while (alive) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    alive &= !(event instanceof VMDisconnectEvent);
                    happens(event);
                }
                events.resume();
            }
        } catch (VMDisconnectedException killed) {
            // That is what it is for.
        }
        OwnProcess.awaitEnd(process);
        return process.exitValue();
    }

    private void happens(Event event) {
        if (event instanceof ClassPrepareEvent prepared) {
            standStillIn(prepared.referenceType());
        } else if (event instanceof BreakpointEvent reached) {
            Location place = reached.location();
            listener.accept(name(place.declaringType()) + "." + place.method().name());
        }
    }

    private static String name(ReferenceType type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }

    private void standStillIn(ReferenceType type) {
        Set<String> named = places.get(type.name());
        for (Method method : type.methods()) {
            if (!method.isAbstract() && !method.isNative() && (named.isEmpty() || named.contains(method.name()))) {
                EventRequest request = machine.eventRequestManager().createBreakpointRequest(method.location());
                request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                request.enable();
            }
        }
    }
}
