package org.evenkeel.onchain.rpc;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a node listens. Keys to nodes are part of their URLs, and so no more than its host is ever shown: neither by
 * {@link #toString} nor in any message.
 */
public final class Endpoint {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** What is shorter is a version or a chain's name, and would take words out of messages. */
    private static final int SHORTEST_SECRET = 6;

    private static final int SHOWN = 400;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[(?:::1|(?:0+:){7}0*1)]", Pattern.CASE_INSENSITIVE);

    private final URI url;

    private Endpoint(URI url) {
        this.url = url;
    }

    /**
     * By its URL.
     *
     * @throws IllegalArgumentException when the text is no URL of HTTP or HTTPS; the text is not repeated
     */
    public static Endpoint of(String url) {
        return parse(url)
                .filter(parsed -> parsed.getHost() != null && parsed.getScheme() != null)
                .filter(parsed -> SCHEMES.contains(parsed.getScheme().toLowerCase(Locale.ROOT)))
                .map(Endpoint::new)
                .orElseThrow(() -> new IllegalArgumentException("An endpoint's URL (not shown here, for it may hold a"
                        + " key) is none: it is http:// or https://, a host, and what the provider says."));
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(new URI(url.strip()));
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    URI url() {
        return url;
    }

    /** The header for a user and password in the URL. */
    Optional<String> authorization() {
        return Optional.ofNullable(url.getUserInfo())
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    /** A text of which whatever may be a part of this URL is taken out. Nodes repeat what they were asked. */
    String redact(String text) {
        String clean = text.replace(url.toString(), toString());
        String secrets = url.getRawUserInfo() + "/" + url.getRawPath() + "/" + url.getRawQuery();
        for (String part : secrets.split("[/:=&]")) {
            if (part.length() >= SHORTEST_SECRET) {
                clean = clean.replace(part, "***");
            }
        }
        return clean;
    }

    /** What somebody said at this endpoint, as it may be shown: without its key, what would be hidden, or pages of it. */
    String shown(String text) {
        String said = redact(text).replaceAll("[^\\p{Graph}]+", " ").strip();
        return said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "...";
    }

    /** Whether nobody on the way can read along or answer instead: it is encrypted, or never leaves this machine. */
    boolean isPrivate() {
        return "https".equalsIgnoreCase(url.getScheme())
                || LOOPBACK.matcher(url.getHost()).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Endpoint endpoint && url.equals(endpoint.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    /** Scheme, host and port. */
    @Override
    public String toString() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String rest = String.valueOf(url.getRawPath()).length() > 1 || url.getRawQuery() != null ? "/***" : "";
        return url.getScheme() + "://" + url.getHost() + port + rest;
    }
}
