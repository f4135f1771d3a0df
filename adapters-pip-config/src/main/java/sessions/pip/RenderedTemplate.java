package sessions.pip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The output of a template, with the origin of its lines: sections that are switched off leave no lines.
 *
 * @param text YAML, unless the template is wrong
 * @param origins for each line of the text, its line in the template, counted from 1
 */
record RenderedTemplate(String text, List<Integer> origins) {

    /** Marks the beginning of each line of the template, with private-use characters, which no file contains. */
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern TAG_OR_BREAK = Pattern.compile("\\{\\{.*?}}|\n", Pattern.DOTALL);

    /** Returns the template with a mark on each line, except lines that begin inside a tag. */
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

    /** Returns the output of a template with marked lines, without the marks. */
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

    /**
     * Returns the line in the template.
     *
     * @param line in the text, counted from 1
     */
    int origin(int line) {
        return origins.get(Math.clamp(line, 1, origins.size()) - 1);
    }

    /**
     * Returns the line in the template.
     *
     * @param offset of a character of the text
     */
    int originOf(int offset) {
        return origin(line(text, offset));
    }

    /** Returns the line of a character in a text, counted from 1. */
    static int line(String text, int offset) {
        return 1 + breaks(text.substring(0, offset));
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
