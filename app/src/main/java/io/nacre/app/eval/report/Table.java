package io.nacre.app.eval.report;

/** A table whose headers sort it, and whose chosen columns get a filter, once the page's script runs. */
final class Table {
    private final Markup html;
    private final String caption;

    Table(Markup html, String caption) {
        this.html = html;
        this.caption = caption;
    }

    Table start() {
        html.open("div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", caption);
        html.open("table", "class", "sortable")
                .element("caption", caption)
                .open("thead")
                .open("tr");
        return this;
    }

    /** @param filter whether rows can be chosen by this column's values */
    Table column(String heading, boolean filter) {
        html.open("th", "scope", "col", "aria-sort", "none", "data-filter", filter);
        html.element("button", heading, "type", "button").close("th");
        return this;
    }

    void body() {
        html.close("tr").close("thead").open("tbody").line();
    }

    void end() {
        html.close("tbody").close("table").close("div").line();
    }
}
