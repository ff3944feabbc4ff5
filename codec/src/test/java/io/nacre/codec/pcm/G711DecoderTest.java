package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class G711DecoderTest {
    /** Every byte against the decoder of the JDK. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void expandsAsTheJdkDoes(boolean aLaw) throws IOException {
        byte[] codes = new byte[256];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) i;
        }
        AudioFormat.Encoding encoding = aLaw ? AudioFormat.Encoding.ALAW : AudioFormat.Encoding.ULAW;
        AudioFormat companded = new AudioFormat(encoding, 8000, 8, 1, 1, 8000, false);
        AudioFormat linear = new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, 8000, 16, 1, 2, 8000, false);
        AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(codes), companded, codes.length);
        ByteBuffer expected = ByteBuffer.wrap(
                        AudioSystem.getAudioInputStream(linear, in).readAllBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] actual = new float[256];
        (aLaw ? G711Decoder.aLaw() : G711Decoder.muLaw()).decode(codes, 0, actual, 0, 256);
        for (int i = 0; i < 256; i++) {
            assertEquals(expected.getShort(2 * i), actual[i] * 32768, "code " + i);
        }
    }
}
