package io.nacre.app.view.queue;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import javafx.scene.control.TextField;

/** A field for a number within bounds, written as the user's language has it. What is no number is put right at once. */
final class NumberField extends TextField {
    private static final int DIGITS = 3;

    private final double least;
    private final double most;
    private double value;

    NumberField(double least, double most) {
        this.least = least;
        this.most = most;
        setPrefColumnCount(7);
        getStyleClass().add("figures");
        setOnAction(e -> parse());
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                parse();
            }
        });
        value(least);
    }

    /** What the field says, or the bound that is nearest. */
    double value() {
        parse();
        return value;
    }

    void value(double wanted) {
        value = Math.max(least, Math.min(most, wanted));
        setText(format().format(value));
    }

    private void parse() {
        String text = getText().trim();
        ParsePosition end = new ParsePosition(0);
        Number number = format().parse(text, end);
        value(number == null || end.getIndex() < text.length() ? value : number.doubleValue());
    }

    private static NumberFormat format() {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault(Locale.Category.FORMAT));
        format.setMaximumFractionDigits(DIGITS);
        format.setGroupingUsed(false);
        return format;
    }
}
