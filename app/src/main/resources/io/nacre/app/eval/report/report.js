"use strict";
(() => {
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const byId = id => document.getElementById(id);

    function make(tag, text, parent) {
        const element = document.createElement(tag);
        element.textContent = text;
        parent.append(element);
        return element;
    }

    function option(select, value, text, disabled) {
        const element = make("option", text, select);
        element.value = value;
        element.disabled = Boolean(disabled);
    }

    // Curves: the legend, the axis, and the values of points by pointer or by keys.
    function curves() {
        const plots = document.querySelector(".plots");
        if (!plots) {
            return;
        }
        const tip = byId("tip");
        const series = all(".series", plots);
        const keys = all(".legend button");
        const points = all("use", plots);
        let current = null;
        for (const point of points) { // the page's own display instead of the browser's, which comes late
            const title = point.querySelector("title");
            point.dataset.tip = title.textContent;
            title.remove();
        }

        function light(codec) {
            plots.classList.toggle("focus", codec !== null);
            series.forEach(one => one.classList.toggle("lit", one.dataset.codec === codec));
        }

        function leave() {
            current?.classList.remove("at");
            current = null;
            tip.hidden = true;
            light(null);
        }

        function show(point) {
            if (point === current) {
                return;
            }
            leave();
            current = point;
            point.classList.add("at");
            light(point.parentNode.dataset.codec);
            tip.textContent = point.dataset.tip;
            tip.hidden = false;
            const box = point.getBoundingClientRect();
            const left = box.right + 12 + tip.offsetWidth > innerWidth ? box.left - 12 - tip.offsetWidth : box.right + 12;
            tip.style.left = Math.max(4, left) + "px";
            tip.style.top = Math.max(4, Math.min(box.top - 8, innerHeight - tip.offsetHeight - 4)) + "px";
        }

        function visible(figure) {
            return all("[data-axis]:not([hidden]) .series:not(.off)", figure).map(one => all("use", one));
        }

        function nearest(figure, event) {
            let best = null;
            let least = 40 * 40;
            for (const point of visible(figure).flat()) {
                const box = point.getBoundingClientRect();
                const distance = (box.left + box.width / 2 - event.clientX) ** 2
                    + (box.top + box.height / 2 - event.clientY) ** 2;
                if (distance < least) {
                    best = point;
                    least = distance;
                }
            }
            return best;
        }

        function step(figure, event) {
            const lines = visible(figure).reverse(); // drawn from the last to the first
            if (event.key === "Escape") {
                leave();
            }
            if (!event.key.startsWith("Arrow") || lines.length === 0) {
                return;
            }
            event.preventDefault();
            let line = lines.findIndex(points => points.includes(current));
            let at = line < 0 ? 0 : lines[line].indexOf(current);
            if (line < 0) {
                line = 0;
            } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
                line = (line + (event.key === "ArrowDown" ? 1 : lines.length - 1)) % lines.length;
            } else {
                at += event.key === "ArrowRight" ? 1 : -1;
            }
            show(lines[line][Math.max(0, Math.min(at, lines[line].length - 1))]);
        }

        for (const figure of all("figure", plots)) {
            figure.addEventListener("pointermove", event => {
                const point = nearest(figure, event);
                point ? show(point) : leave();
            });
            figure.addEventListener("pointerleave", leave);
            figure.addEventListener("blur", leave);
            figure.addEventListener("keydown", event => step(figure, event));
        }
        addEventListener("scroll", leave, {passive: true});

        function toggle(key, shown) {
            key.setAttribute("aria-pressed", shown);
            series.filter(one => one.dataset.codec === key.dataset.codec)
                .forEach(one => one.classList.toggle("off", !shown));
        }
        for (const key of keys) {
            key.addEventListener("click", () => toggle(key, key.getAttribute("aria-pressed") === "false"));
            key.addEventListener("pointerenter", () => light(key.dataset.codec));
            key.addEventListener("pointerleave", () => light(null));
            key.addEventListener("focus", () => light(key.dataset.codec));
            key.addEventListener("blur", () => light(null));
        }
        const references = byId("references");
        references?.addEventListener("click", () => {
            const shown = references.getAttribute("aria-pressed") === "false";
            references.setAttribute("aria-pressed", shown);
            keys.filter(key => key.classList.contains("reference")).forEach(key => toggle(key, shown));
        });

        for (const radio of all("input[name=axis]")) {
            radio.checked = radio.value === "linear";
            radio.addEventListener("change", () => {
                leave();
                all("[data-axis]", plots).forEach(plot => { plot.hidden = plot.dataset.axis !== radio.value; });
            });
        }
    }

    // Tables: headers sort, chosen columns get a filter.
    function table(element) {
        const body = element.tBodies[0];
        const rows = [...body.rows];
        const headers = all("thead th", element);
        const text = (row, column) => row.cells[column].textContent;

        function number(cell) {
            const value = cell.replace("−", "-").replace("∞", "Infinity");
            return value.trim() === "" ? NaN : Number(value);
        }

        function compare(a, b, sign) {
            const x = number(a);
            const y = number(b);
            if (Number.isNaN(x) !== Number.isNaN(y)) {
                return Number.isNaN(x) ? 1 : -1; // what is no number comes last either way
            }
            return sign * (Number.isNaN(x) ? a.localeCompare(b, "en", {numeric: true}) : x === y ? 0 : x - y);
        }

        headers.forEach((header, column) => header.querySelector("button").addEventListener("click", () => {
            const sign = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
            headers.forEach(other => other.setAttribute("aria-sort", "none"));
            header.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
            rows.sort((a, b) => compare(text(a, column), text(b, column), sign));
            body.append(...rows);
        }));

        const columns = headers.flatMap((header, column) => header.dataset.filter === "true" ? [column] : []);
        if (columns.length === 0) {
            return;
        }
        const tools = document.createElement("div");
        tools.className = "tools";
        const filters = columns.map(column => {
            const label = make("label", headers[column].textContent + " ", tools);
            const select = make("select", "", label);
            option(select, "", "all");
            new Set(rows.map(row => text(row, column))).forEach(value => option(select, value, value));
            return {column, select};
        });
        tools.addEventListener("change", () => rows.forEach(row => {
            row.hidden = filters.some(({column, select}) => select.selectedIndex > 0 && select.value !== text(row, column));
        }));
        element.parentNode.before(tools);
    }

    function anchors() {
        const select = byId("anchor");
        select?.addEventListener("change", () => all(".anchor").forEach(one => {
            one.hidden = one.dataset.anchor !== select.value;
        }));
    }

    // Viewer: A and B lie on each other; B is cut, alone, or blended to the difference.
    function viewer() {
        if (!byId("pictures")) {
            return;
        }
        const data = JSON.parse(byId("pictures").textContent);
        const [item, rate, a, b, zoom, split, gain] =
            ["item", "rate", "a", "b", "zoom", "split", "gain"].map(name => byId("v-" + name));
        const stage = byId("v-stage");
        const captions = byId("v-captions");
        const original = ""; // no codec has this id
        data.items.forEach((one, i) => option(item, i, one.name));
        data.rates.forEach((value, i) => option(rate, i, value + " bpp"));
        const mode = () => document.querySelector("input[name=v-mode]:checked").value;
        const picture = () => data.items[item.value];

        function codecs() {
            const kept = picture().codecs;
            for (const select of [a, b]) {
                const before = select.value;
                select.replaceChildren();
                option(select, original, "Original");
                data.codecs.forEach(codec => option(select, codec.id, codec.title, !Object.hasOwn(kept, codec.id)));
                const id = before || (select === b ? data.codecs.map(codec => codec.id).find(id => Object.hasOwn(kept, id)) : original);
                select.value = Object.hasOwn(kept, id) ? id : original;
            }
        }

        function side(name, select) {
            const codec = picture().codecs[select.value];
            const shown = codec && codec.kept[codec.nearest[rate.value]];
            const title = select.selectedOptions[0].textContent;
            const image = byId("v-image-" + name);
            const caption = shown ? title + ", " + shown.caption : title + ", " + picture().width + " × " + picture().height;
            image.src = shown ? shown.src : picture().original;
            image.alt = caption;
            make("dt", name.toUpperCase(), captions);
            make("dd", caption, captions);
        }

        function show() {
            captions.replaceChildren();
            side("a", a);
            side("b", b);
            if (!picture().embedded) {
                make("dt", "Note", captions);
                make("dd", "This picture's files lie in the folder “pictures” beside the report, not within it.", captions);
            }
            layout();
        }

        function layout() {
            const factor = Number(zoom.value);
            const width = picture().width / devicePixelRatio;
            stage.className = mode() + (factor === 0 ? " smooth" : "");
            stage.setAttribute("aria-label", picture().name + ", " + mode());
            stage.style.aspectRatio = picture().width + " / " + picture().height;
            stage.style.width = factor === 0 ? "100%" : width * factor + "px";
            stage.style.maxWidth = factor === 0 ? `min(${2 * width}px, ${80 * picture().width / picture().height}vh)` : "none";
            stage.style.setProperty("--split", split.value + "%");
            stage.style.setProperty("--gain", gain.value);
            byId("v-split-label").hidden = mode() !== "split";
            byId("v-gain-label").hidden = mode() !== "difference";
        }

        const flip = on => stage.classList.toggle("flipped", on);
        const button = byId("v-flip");
        for (const element of [button, stage]) {
            element.addEventListener("keydown", event => {
                if (event.key === " ") {
                    event.preventDefault();
                    flip(true);
                }
            });
            element.addEventListener("keyup", () => flip(false));
            element.addEventListener("blur", () => flip(false));
        }
        button.addEventListener("pointerdown", () => flip(true));
        addEventListener("pointerup", () => flip(false));
        addEventListener("pointercancel", () => flip(false));

        function drag(event) {
            if (mode() === "split" && event.buttons === 1) {
                const box = stage.getBoundingClientRect();
                split.value = 100 * (event.clientX - box.left) / box.width;
                layout();
            }
        }
        stage.addEventListener("pointerdown", event => {
            stage.setPointerCapture(event.pointerId);
            drag(event);
        });
        stage.addEventListener("pointermove", drag);
        item.addEventListener("change", () => {
            codecs();
            show();
        });
        [rate, a, b].forEach(select => select.addEventListener("change", show));
        [zoom, gain, ...all("input[name=v-mode]")].forEach(input => input.addEventListener("change", layout));
        split.addEventListener("input", layout);
        addEventListener("resize", layout);
        codecs();
        show();
    }

    document.documentElement.classList.remove("no-script");
    curves();
    all("table.sortable").forEach(table);
    anchors();
    viewer();
})();
