package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import java.nio.file.Path;
import java.util.List;

/**
 * Operands told apart: of two, the second may be the output.
 *
 * @param inputs at least one
 * @param output or null
 */
record Operands(List<Path> inputs, Path output) {
    /** The second is the output if it ends in {@code .nacre} or is standard output. */
    static Operands ofEncode(List<Path> operands) {
        return operands.size() == 2 && (FileNames.isNacre(operands.get(1)) || Names.isStandard(operands.get(1)))
                ? withOutput(operands)
                : new Operands(operands, null);
    }

    /** The second is the output if the first is a Nacre file or standard input, and the second is none of ours. */
    static Operands ofDecode(List<Path> operands) {
        if (operands.size() != 2 || FileNames.isNacre(operands.get(1))) {
            return new Operands(operands, null);
        }
        Path first = operands.get(0);
        return FileNames.isNacre(first) || Names.isStandard(first)
                ? withOutput(operands)
                : new Operands(operands, null);
    }

    private static Operands withOutput(List<Path> operands) {
        return new Operands(operands.subList(0, 1), operands.get(1));
    }
}
