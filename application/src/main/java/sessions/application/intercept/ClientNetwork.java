package sessions.application.intercept;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reduces addresses to the network that one caller is expected to control. */
final class ClientNetwork {

    /** The smallest network that providers assign to a customer, who can use any address in it (RFC 6177, RFC 8981). */
    private static final int NETWORK_BYTES = 8;

    /** Matches the brackets around an address and the zone at its end. */
    private static final Pattern AROUND_ADDRESS = Pattern.compile("^\\[|]$|%.*$");

    private ClientNetwork() {
    }

    /**
     * Returns the network: the first 64 bits of an IPv6 address, other addresses and texts unchanged.
     *
     * @param address in the form of its protocol, optionally in brackets
     */
    static String of(String address) {
        // Only IPv6 addresses contain a colon.
        return address.indexOf(':') < 0 ? address : network(address);
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(AROUND_ADDRESS.matcher(address).replaceAll(""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException other) {
            return address;
        }
    }
}
