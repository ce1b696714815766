package org.evenkeel.cli.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.rpc.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointsTest {
    private static final Chain ETHEREUM = new Chain("ethereum", 1);

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve(".env"), text);
    }

    private static List<Endpoint> endpoints(String... urls) {
        return List.of(urls).stream().map(Endpoint::of).toList();
    }

    @Test
    void the_environment_goes_before_the_file_and_the_file_before_nothing() throws IOException {
        Path file = file("ETHEREUM_RPC_URL=http://file:1\nBASE_RPC_URL=http://file:2\n");
        Endpoints both = Endpoints.of(Map.of("ETHEREUM_RPC_URL", "http://environment:1"), file);
        assertEquals(endpoints("http://environment:1"), both.reading(ETHEREUM));
        assertEquals(endpoints("http://file:2"), both.reading(new Chain("base", 8453)));
        assertTrue(both.has(ETHEREUM));
        assertFalse(both.has(new Chain("polygon", 137)));
    }

    @Test
    void several_nodes_stand_with_commas_between_and_one_more_is_sent_to() {
        Endpoints given = Endpoints.of(
                Map.of("ETHEREUM_RPC_URL", "http://a:1, http://b:2/key", "ETHEREUM_SEND_RPC_URL", "https://c/x"),
                folder.resolve("none"));
        assertEquals(endpoints("http://a:1", "http://b:2/key"), given.reading(ETHEREUM));
        assertEquals(Optional.of(Endpoint.of("https://c/x")), given.sending(ETHEREUM));
        assertEquals(Optional.empty(), given.sending(new Chain("base", 8453)));
    }

    @Test
    void a_chain_is_named_in_capitals_with_underscores() {
        Endpoints given = Endpoints.of(Map.of("BASE_SEPOLIA_2_RPC_URL", "http://a:1"), folder.resolve("none"));
        assertEquals(endpoints("http://a:1"), given.reading(new Chain("base-sepolia.2", 84532)));
    }

    @Test
    void a_file_may_have_comments_quotes_and_exports() throws IOException {
        Path file = file("# nodes\n\n export ETHEREUM_RPC_URL = \"http://a:1/?k=v#x\" \nBASE_RPC_URL='http://b:2'\n");
        Endpoints given = Endpoints.of(Map.of(), file);
        assertEquals(endpoints("http://a:1/?k=v#x"), given.reading(ETHEREUM));
        assertEquals(endpoints("http://b:2"), given.reading(new Chain("base", 8453)));
    }

    @Test
    void a_chain_without_a_node_is_told_which_variable_to_set() throws IOException {
        for (String empty : List.of("", "ETHEREUM_RPC_URL= \n")) {
            Endpoints given = Endpoints.of(Map.of(), file(empty));
            UsageException none = assertThrows(UsageException.class, () -> given.reading(ETHEREUM));
            assertTrue(String.valueOf(none.getMessage()).contains("set ETHEREUM_RPC_URL"), none.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://secret-key", "=http://secret-key", "A B=http://secret-key"})
    void a_line_that_is_none_is_told_by_its_number_and_not_shown(String line) throws IOException {
        Path file = file("# one\n" + line + "\n");
        UsageException none = assertThrows(UsageException.class, () -> Endpoints.of(Map.of(), file));
        assertTrue(String.valueOf(none.getMessage()).contains("line 2"), none.getMessage());
        assertFalse(String.valueOf(none.getMessage()).contains("secret"), none.getMessage());
    }

    @Test
    void a_url_that_is_none_is_told_by_its_variable_and_not_shown() {
        Endpoints given = Endpoints.of(
                Map.of("ETHEREUM_RPC_URL", "http://a:1,secret", "ETHEREUM_SEND_RPC_URL", "ftp://secret"),
                folder.resolve("none"));
        for (UsageException none : List.of(
                assertThrows(UsageException.class, () -> given.reading(ETHEREUM)),
                assertThrows(UsageException.class, () -> given.sending(ETHEREUM)))) {
            assertTrue(String.valueOf(none.getMessage()).contains("RPC_URL"), none.getMessage());
            assertFalse(String.valueOf(none.getMessage()).contains("secret"), none.getMessage());
        }
    }
}
