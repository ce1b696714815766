package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.Folders;
import org.evenkeel.cli.OwnProcess;
import org.evenkeel.cli.Signal;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.live.WalletException;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that tells a webhook on this machine what happens to it. */
final class NotifiedTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31415, DueRun.genesis());

    @TempDir
    private Path folder;

    private DueRun run;
    /** Takes whatever is posted to it; its address has a secret in it. */
    private FaultProxy webhook;

    @BeforeEach
    void prepare() {
        run = new DueRun(CHAIN, folder).begun();
        webhook = FaultProxy.before(CHAIN);
        webhook.set("*", new FaultProxy.Fault.Status(200));
    }

    @AfterEach
    void close() {
        webhook.close();
        run.close();
    }

    private void tells(String kind) {
        run.environment("EVENKEEL_WEBHOOK_URL=" + webhook.url() + "\nEVENKEEL_WEBHOOK_SHAPE=" + kind
                + "\nEVENKEEL_TELEGRAM_CHAT=-1000042\n");
    }

    /** Decides, is stopped, and ends. */
    private String decidesAndIsStopped() throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = OwnProcess.start(run.live(), said);
        OwnProcess.awaitText(said, "Cycle 1 of", process);
        Signal.TERM.to(process);
        OwnProcess.awaitEnd(process);
        return Files.readString(said);
    }

    /** No file but the one that it was read from has it, and nothing that was said. */
    private void assertKeptSecret() throws IOException {
        Path read = folder.resolve(".env");
        assertTrue(Folders.text(folder).contains(FaultProxy.SECRET), "the search finds it where it is");
        Files.delete(read);
        String all = Folders.text(folder);
        assertFalse(all.contains(FaultProxy.SECRET));
        assertFalse(all.contains(webhook.url().replaceAll("/v3.*", "")), "nor where it is");
    }

    @ParameterizedTest
    @CsvSource({
        "generic, '\"kind\":\"%s\"', run cycle run trigger freeze",
        "discord, '\"title\":\"Evenkeel: %s\"', 'run,cycle done,run,trigger fired,frozen'",
        "telegram, '<b>Evenkeel: %s</b>', 'run,cycle done,run,trigger fired,frozen'"
    })
    void it_is_told_of_start_decision_stop_stop_loss_and_alarm_and_its_address_is_nowhere(
            String kind, String form, String names) throws Exception {
        tells(kind);
        decidesAndIsStopped();
        run.push("AAA", -0.2);
        run.finish();
        run.give("1");
        String alarm = assertThrows(WalletException.class, run::finish).getMessage();
        List<String> told = webhook.bodies();
        List<String> expected = List.of(names.split("[ ,](?!done|fired)"));
        assertEquals(expected.size(), told.size(), told::toString);
        for (int i = 0; i < told.size(); i++) {
            String body = told.get(i);
            assertTrue(body.contains(form.formatted(expected.get(i))), body);
            assertTrue(body.contains("WeeklyMomentum"), body);
            assertEquals(kind.equals("telegram"), body.contains("\"chat_id\":\"-1000042\""), body);
        }
        for (String body : told.subList(0, 4)) {
            assertTrue(body.contains("run: WeeklyMomentum@"), body);
        }
        assertTrue(told.get(1).contains("2 traded, 2 positions"), told.get(1));
        assertTrue(told.get(2).contains("Stopped as asked"), told.get(2));
        assertTrue(told.get(3).contains("stop"), told.get(3));
        assertTrue(told.get(4).contains("Books and wallet differ"), told.get(4));
        assertFalse(alarm.contains(FaultProxy.SECRET));
        assertKeptSecret();
    }

    /** Its answer has the address in it, as that of a proxy in between may. */
    @Test
    void where_it_takes_nothing_the_run_goes_on_and_says_so_without_its_address() throws Exception {
        webhook.set("*", new FaultProxy.Fault.Status(500));
        tells("generic");
        String said = decidesAndIsStopped();
        assertTrue(said.contains("'cycle done'") && said.contains("did not reach the webhook"), said);
        run.assertDone("told to nobody");
        assertKeptSecret();
    }

    @Test
    void what_keeps_a_run_from_beginning_is_told_too() throws IOException {
        tells("generic");
        CHAIN.ask("anvil_setBalance", run.wallet().address().hex(), "0x0");
        Cli.Ran ran = Cli.run(run.live("--once").toArray());
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        List<String> told = webhook.bodies();
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.getFirst().contains("\"kind\":\"failure\",\"severity\":\"warning\""), told.getFirst());
        assertTrue(told.getFirst().contains("\"run\":\"run: WeeklyMomentum\""), told.getFirst());
        assertTrue(told.getFirst().contains("to pay gas with"), told.getFirst());
    }

    @Test
    void a_shape_that_is_none_is_refused_by_name_before_anything_begins() {
        tells("slack");
        run.proxy().watch(new FaultProxy.Watcher() {});
        Cli.Ran ran = Cli.run(run.live("--once").toArray());
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("EVENKEEL_WEBHOOK_SHAPE is 'slack'"), ran.err());
        assertTrue(ran.err().contains("generic, discord, telegram"), ran.err());
        assertEquals(List.of(), run.proxy().received());
        assertEquals(List.of(), webhook.bodies());
    }

    @Test
    void an_earlier_name_of_the_shape_is_refused_before_anything_begins() {
        run.environment("EVENKEEL_WEBHOOK_URL=" + webhook.url() + "\nEVENKEEL_WEBHOOK_KIND=discord\n");
        run.proxy().watch(new FaultProxy.Watcher() {});
        Cli.Ran ran = Cli.run(run.live("--once").toArray());
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("EVENKEEL_WEBHOOK_KIND is EVENKEEL_WEBHOOK_SHAPE now"), ran.err());
        assertEquals(List.of(), run.proxy().received());
        assertEquals(List.of(), webhook.bodies());
    }

    @Test
    void an_address_that_is_none_ends_the_command_before_anything_is_sent_and_is_not_repeated() throws Exception {
        run.environment("EVENKEEL_WEBHOOK_URL=ftp://example.org/" + FaultProxy.SECRET + "\n");
        run.proxy().watch(new FaultProxy.Watcher() {});
        Cli.Ran ran = Cli.run(run.live("--once").toArray());
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("EVENKEEL_WEBHOOK_URL is no address that can be posted to"), ran.err());
        assertFalse((ran.err() + ran.out()).contains(FaultProxy.SECRET));
        assertEquals(0, run.proxy().count("eth_sendRawTransaction"));
        assertKeptSecret();
    }
}
