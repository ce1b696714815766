package org.evenkeel.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.CycleClock;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.MarketData;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Pricing;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;
import org.junit.jupiter.api.Test;

/** What is asked of the disk, of the chain and of the bridge, in the order in which it is. */
final class DurableTradingTest {
    private static final Instant NOW = LiveLab.START;
    private static final Instant LATER = NOW.plusSeconds(60);

    private final List<String> asked = new ArrayList<>();
    private final FakeTime time = new FakeTime(NOW, LATER);
    private final Ports bare = new Ports(
            port(CycleClock.class),
            port(MarketData.class),
            port(Pricing.class),
            new Ports.Trading(port(Execution.class), port(TriggerWatch.class)),
            port(Bridge.class));
    private final Ports durable = new DurableTrading(port(Kept.class), time).around(bare);

    /** One that says by its name what was asked of it, and answers nothing. */
    private <T> T port(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    asked.add(type.getSimpleName() + "." + method.getName());
                    return method.getReturnType() == List.class ? List.of() : null;
                }));
    }

    private static Execution.Order order() {
        TradeIntent intent = TradeIntent.buy(LiveLab.A, new Size.Spend(BigDecimal.TEN), TradeReason.ORDER);
        PlannedTrade trade = new PlannedTrade(1, Ledger.MAIN_BOOK, 1, LiveLab.USDC, intent);
        return new Execution.Order(trade, NOW, OptionalDouble.empty());
    }

    private static Transfer transfer() {
        return new Transfer(
                1,
                Ledger.MAIN_BOOK,
                TwoChains.USDC,
                TwoChains.BUSD,
                new Transfer.Amounts(BigDecimal.TEN, BigDecimal.TEN),
                new Transfer.Times(NOW, LATER));
    }

    private static void trade(Ports ports) {
        ports.trading().execution().execute(order());
    }

    private static void transfer(Ports ports) {
        ports.bridge().start(transfer(), NOW);
    }

    private static void settle(Ports ports) {
        ports.trading().execution().settle(List.of(), NOW);
    }

    @Test
    void a_trade_is_on_the_disk_before_it_is_executed() {
        trade(durable);
        assertEquals(List.of("Kept.commit", "Execution.execute"), asked);
    }

    @Test
    void a_transfer_is_on_the_disk_before_it_is_sent() {
        transfer(durable);
        assertEquals(List.of("Kept.commit", "Bridge.start"), asked);
    }

    /** What is asked after may be sent once more. */
    @Test
    void what_is_booked_so_far_is_on_the_disk_before_anything_is_asked_after() {
        settle(durable);
        assertEquals(List.of("Kept.commit", "Execution.settle"), asked);
    }

    @Test
    void once_the_time_is_over_nothing_is_sent_and_all_is_kept() {
        time.stop();
        assertThrows(DurableTrading.StoppedBefore.class, () -> trade(durable));
        assertThrows(DurableTrading.StoppedBefore.class, () -> transfer(durable));
        settle(durable);
        assertEquals(List.of("Kept.commit", "Kept.commit", "Kept.commit", "Execution.settle"), asked);
    }

    @Test
    void control_by_themselves_the_ports_send_what_is_on_no_disk_and_go_on_when_the_time_is_over() {
        time.stop();
        trade(bare);
        transfer(bare);
        settle(bare);
        assertEquals(List.of("Execution.execute", "Bridge.start", "Execution.settle"), asked);
    }
}
