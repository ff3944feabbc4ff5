package io.nacre.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs: the zip around them and their manifest. What entries mean is fuzzed where they are parsed. */
class PackFuzzTest {
    /** A pack of a few bytes. */
    private static final byte[] PACK = PackEntries.zip(PackEntries.SMALL);

    @FuzzTest
    void bytes(byte[] zip) {
        exercise(zip);
    }

    /** A small pack with some bytes replaced, so that more than the zip's end is looked at. */
    @FuzzTest
    void editedZip(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        byte[] zip = PACK.clone();
        for (int i = 0; i < 40 && !in.isEmpty(); i++) {
            zip[in.between(0, zip.length - 1)] = (byte) in.unsignedByte();
        }
        exercise(in.bit() ? zip : Arrays.copyOf(zip, in.between(0, zip.length)));
    }

    @FuzzTest
    void manifests(byte[] manifest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(PACK))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals("manifest.json") ? manifest : in.readAllBytes());
            }
        }
        exercise(out.toByteArray());
    }

    private static void exercise(byte[] zip) {
        try {
            ModelPack pack = ModelPack.open(zip);
            pack.id();
            for (String name : pack.manifest().sha256().keySet()) {
                try {
                    pack.entry(name);
                } catch (ModelException e) {
                    if (e.getMessage() == null || e.getMessage().getBytes(StandardCharsets.UTF_8).length > 4000) {
                        throw new AssertionError("not a sentence", e);
                    }
                }
            }
        } catch (ModelException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("not a sentence", e);
            }
        }
    }
}
