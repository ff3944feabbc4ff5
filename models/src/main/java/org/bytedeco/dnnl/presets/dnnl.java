package org.bytedeco.dnnl.presets;

/**
 * Stands in for the class of the same name in the oneDNN presets. ONNX Runtime's presets inherit from it, so that JavaCPP
 * loads and unpacks oneDNN and OpenCL (27 MB of natives, 90 MB unpacked), although the CPU provider does not use them. With
 * the two artifacts excluded and this empty class in their place a first inference starts in half the time. OnnxGraphTest
 * holds it: it runs an inference.
 */
public class dnnl {}
