package io.nacre.app.view.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassProgressTest {
    @Test
    void onePassGoesFromNothingToAll() {
        List<Double> seen = new ArrayList<>();
        PassProgress progress = new PassProgress(false, seen::add);
        for (int tile = 1; tile <= 4; tile++) {
            progress.tiles(tile, 4);
        }
        assertEquals(List.of(0.25, 0.5, 0.75, 1.0), seen);
    }

    @Test
    void aSearchNeverGoesBackNorArrivesEarly() {
        List<Double> seen = new ArrayList<>();
        PassProgress progress = new PassProgress(true, seen::add);
        for (int pass = 0; pass < 30; pass++) {
            for (int tile = 1; tile <= 3; tile++) {
                progress.tiles(tile, 3);
            }
        }
        for (int i = 1; i < seen.size(); i++) {
            assertTrue(seen.get(i) >= seen.get(i - 1), "step " + i);
        }
        assertTrue(seen.get(2) < 0.2, "one pass of many is no success");
        assertTrue(seen.get(seen.size() - 1) < 1);
    }

    @Test
    void passesOfASingleTileAreCountedAsWell() {
        List<Double> seen = new ArrayList<>();
        PassProgress progress = new PassProgress(true, seen::add);
        for (int pass = 0; pass < 5; pass++) {
            progress.tiles(1, 1);
        }
        assertTrue(seen.get(4) > seen.get(3));
    }
}
