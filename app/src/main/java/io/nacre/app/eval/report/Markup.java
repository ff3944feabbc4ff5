package io.nacre.app.eval.report;

/**
 * Builds HTML and SVG. Text and values of attributes are escaped here and nowhere else; names of elements and attributes
 * are the program's own.
 */
final class Markup {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();

    /** @param attributes names and values in turns */
    Markup open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element without content: {@code <input/>}, {@code <path/>}. */
    Markup leaf(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element with text in it. */
    Markup element(String element, Object text, Object... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    Markup text(Object text) {
        escape(text.toString());
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** Puts in what is markup already. */
    Markup markup(CharSequence markup) {
        out.append(markup);
        return this;
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1].toString());
            out.append('"');
        }
    }

    /** Also replaces what XML 1.0 does not allow, section 2.2: most control characters and halves of pairs. */
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n' -> out.append(c);
                default -> {
                    if (c < ' ' || c >= 0xFFFE) {
                        out.append(REPLACEMENT);
                    } else if (!Character.isSurrogate(c)) {
                        out.append(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(REPLACEMENT);
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
