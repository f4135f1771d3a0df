package sessions.application.intercept;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Who is one caller by its address. */
final class ClientNetwork {

    /** What one caller is given at least, and within which it takes any address it likes (RFC 6177, RFC 8981). */
    private static final int BYTES_OF_NETWORK = 8;

    /** Brackets around the address, and the zone at its end. */
    private static final Pattern AROUND_ADDRESS = Pattern.compile("^\\[|]$|%.*$");

    private ClientNetwork() {
    }

    /**
     * The address itself, of IPv6 the network of 64 bits that it belongs to; another text as it is.
     *
     * @param address as its protocol writes it, also in brackets
     */
    static String of(String address) {
        // Others have no colon.
        return address.indexOf(':') < 0 ? address : network(address);
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(AROUND_ADDRESS.matcher(address).replaceAll(""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES_OF_NETWORK))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException other) {
            return address;
        }
    }
}
