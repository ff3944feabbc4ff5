package io.nacre.app.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String LETTERS = "ab ,\"\n\r\u00e9";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyFieldsComeBackAndTornRecordsAreDropped(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            List<List<String>> records = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            int last = 0;
            for (int i = 0; i < 4; i++) {
                List<String> fields = new ArrayList<>();
                for (int j = 0; j <= random.nextInt(4); j++) {
                    fields.add(random.ints(random.nextInt(6), 0, LETTERS.length())
                            .collect(StringBuilder::new, (s, k) -> s.append(LETTERS.charAt(k)), StringBuilder::append)
                            .toString());
                }
                records.add(fields);
                last = text.length();
                text.append(Csv.line(fields));
            }
            assertEquals(records, Csv.parse(text.toString()), "seed " + seed + ", round " + round);
            String torn = text.substring(0, last + random.nextInt(text.length() - last));
            assertEquals(records.subList(0, 3), Csv.parse(torn), "seed " + seed + ", round " + round);
        }
    }
}
