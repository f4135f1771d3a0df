package sessions.pip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template came to. Sections that are switched off leave no lines, so it knows where its lines come from.
 *
 * @param text YAML, if all is well
 * @param origins of each of its lines the line in the template, counted from 1
 */
record RenderedTemplate(String text, List<Integer> origins) {

    /** Begins each line of the template; its characters are for private use, so that no file has them. */
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern TAG_OR_BREAK = Pattern.compile("\\{\\{.*?}}|\n", Pattern.DOTALL);

    /** The template with its lines marked, but for those that begin within a tag. */
    static String marked(String template) {
        Matcher matcher = TAG_OR_BREAK.matcher(template);
        StringBuilder marked = new StringBuilder();
        int line = 1;
        while (matcher.find()) {
            String found = matcher.group();
            line += breaks(found);
            String mark = found.equals("\n") ? "\uE000" + line + "\uE001" : "";
            matcher.appendReplacement(marked, Matcher.quoteReplacement(found + mark));
        }
        return matcher.appendTail(marked).toString();
    }

    /** What a template with marked lines came to. */
    static RenderedTemplate of(String marked) {
        List<Integer> origins = new ArrayList<>();
        int origin = 1;
        for (String line : marked.split("\n", -1)) {
            Matcher mark = MARK.matcher(line);
            origin = mark.find() ? Integer.parseInt(mark.group(1)) : origin;
            origins.add(origin);
        }
        return new RenderedTemplate(MARK.matcher(marked).replaceAll(""), origins);
    }

    /** @param line in the text, counted from 1 */
    int origin(int line) {
        return origins.get(Math.clamp(line, 1, origins.size()) - 1);
    }

    /** @param offset of a character of the text */
    int originOf(int offset) {
        return origin(line(text, offset));
    }

    /** The line of a text in which a character stands, counted from 1. */
    static int line(String text, int offset) {
        return 1 + breaks(text.substring(0, offset));
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
