package org.evenkeel.onchain.exec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.testkit.chain.LocalChain;

/** Clients of a local chain during one of whose sendings something happens. A trade sends its approval, and then its swap. */
final class Sendings {
    static final int APPROVAL = 1;
    static final int SWAP = 2;

    private Sendings() {}

    static ChainClient before(LocalChain chain, int sending, Runnable happens) {
        return around(chain, sending, happens, () -> {});
    }

    /**
     * With one thing that happens before a sending, and another after it.
     *
     * @param sending its number, from 1
     */
    static ChainClient around(LocalChain chain, int sending, Runnable before, Runnable after) {
        ChainClient real = Clients.client(chain, chain.url().toString());
        AtomicInteger sent = new AtomicInteger();
        return (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    boolean met = method.getName().equals("send") && sent.incrementAndGet() == sending;
                    if (met) {
                        before.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    } finally {
                        if (met) {
                            after.run();
                        }
                    }
                });
    }
}
