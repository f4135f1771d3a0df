package sessions.bootstrap.e2e;

import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.io.IOException;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;

/** The page of the API as a reader uses it. */
record DocsPage(Browser browser) {

    /** Waits until the page shows that many operations. */
    static DocsPage open(Browser browser, String address, int operations) {
        browser.driver().get(address);
        browser.await(numberOfElementsToBe(By.cssSelector(".opblock"), operations));
        return new DocsPage(browser);
    }

    /** Returns the response of an execution. */
    record Answer(String status, String body) {
    }

    void unfold(String operationId) {
        click(selector(operationId) + " .opblock-summary-control");
        browser.await(visibilityOfElementLocated(By.cssSelector(selector(operationId) + " .parameters")));
    }

    /** The names of an unfolded operation's parameters. */
    List<String> parameters(String operationId) {
        return browser.driver().findElements(By.cssSelector(selector(operationId) + " .parameters tbody tr")).stream()
                .map(parameter -> String.valueOf(parameter.getDomAttribute("data-param-name"))).toList();
    }

    /** Sends the first example of an unfolded operation unchanged. */
    Answer execute(String operationId) {
        click(selector(operationId) + " .execute");
        String answer = selector(operationId) + " .live-responses-table .response ";
        return new Answer(text(answer + ".response-col_status"), text(answer + "pre.microlight"));
    }

    /** The operation from its heading to the response of the execution; the documented responses follow below. */
    void screenshotOfExecuted(String operationId, String name) throws IOException {
        Rectangle operation = browser.find(selector(operationId)).getRect();
        Rectangle answer = browser.find(selector(operationId) + " .live-responses-table").getRect();
        int height = answer.y + answer.height - operation.y;
        browser.screenshot(name, new Rectangle(operation.x, operation.y, height, operation.width));
    }

    private static String selector(String operationId) {
        return ".opblock[id$='-" + operationId + "']";
    }

    private void click(String selector) {
        browser.await(elementToBeClickable(By.cssSelector(selector))).click();
    }

    private String text(String selector) {
        return browser.await(visibilityOfElementLocated(By.cssSelector(selector))).getText();
    }
}
