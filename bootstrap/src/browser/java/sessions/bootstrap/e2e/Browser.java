package sessions.bootstrap.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with a new profile that makes no requests of its own at start. */
record Browser(ChromeDriver driver) implements AutoCloseable {

    private static final String[] FLAGS = {"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--window-size=1280,1024"};
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern WITHIN_THE_BROWSER = Pattern.compile("(chrome|data|blob|about):");
    private static final JsonMapper JSON = new JsonMapper();

    /** Strongly referenced, because loggers without references lose their level. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        // Selenium would warn that its types for this Chromium version are missing; they are not needed here.
        VERSIONS.setLevel(Level.SEVERE);
    }

    /**
     * Everything is written below the folder. The driver is specified, because Selenium would otherwise search for one.
     */
    static Browser start(Path folder) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("sessions.chromedriver", "/usr/bin/chromedriver")))
                .usingAnyFreePort().withEnvironment(Map.of("HOME", folder.toString())).build();
        return new Browser(new ChromeDriver(service, options(folder.resolve("profile"))));
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("sessions.chromium", "/usr/bin/chromium"));
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    <T> T await(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE).until(condition);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Returns the console messages since the last call, including violations of the page's security policy. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::toString).toList();
    }

    /** Returns the network addresses requested since the last call, whether or not they responded. */
    List<String> requested() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JSON.readTree(entry.getMessage()).path("message"))
                .filter(event -> event.path("method").asString("").equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asString(""))
                .filter(url -> !WITHIN_THE_BROWSER.matcher(url).lookingAt()).toList();
    }

    /** Takes a screenshot of the whole page. */
    void screenshot(String name) throws IOException {
        screenshot(name, find("html").getRect());
    }

    /** Takes a screenshot of a part of the page, visible or not. */
    void screenshot(String name, Rectangle part) throws IOException {
        Map<String, Object> clip = Map.of("x", part.x, "y", part.y, "width", part.width, "height", part.height, "scale",
                1);
        Object picture = driver.executeCdpCommand("Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip)).get("data");
        Path folder = Files.createDirectories(Path.of(System.getProperty("sessions.screenshots")));
        Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(picture)));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
