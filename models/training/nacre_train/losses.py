"""Rates and distortions of the training objective L = bpp + lambda 255^2 MSE."""
import math

import torch


def lambda_of(quality, config, qualities):
    """Evenly spaced in log over the qualities; quality is a tensor of 0..qualities-1."""
    low, high = config['lambda_low'], config['lambda_high']
    return low * (high / low) ** (quality / (qualities - 1))


def gaussian_bits(v, sigma):
    v = v.abs()
    p = 0.5 * torch.erfc((v - 0.5) / sigma / math.sqrt(2)) - 0.5 * torch.erfc((v + 0.5) / sigma / math.sqrt(2))
    return -torch.log2(p.clamp_min(1e-9))


def logistic_bits(v, scale):
    return -torch.log2((torch.sigmoid((v + .5) / scale) - torch.sigmoid((v - .5) / scale)).clamp_min(1e-9))


def rate_distortion(x, decoded, bits, lam):
    """Mean loss of a batch; divided by sqrt(lambda), so that low and high qualities learn alike."""
    pixels = x.shape[2] * x.shape[3]
    return ((bits / pixels + lam * 255 ** 2 * ((decoded - x) ** 2).mean((1, 2, 3))) / lam.sqrt() * 0.1).mean()


def mel_filters(bands, window, rate):
    """[bands, bins] triangles of height 1, evenly spaced from 0 to Nyquist on the HTK mel scale."""
    top = 2595 * math.log10(1 + rate / 2 / 700)
    edge = 700 * (10 ** (torch.linspace(0, top, bands + 2, dtype=torch.float64) / 2595) - 1)
    f = torch.arange(window // 2 + 1, dtype=torch.float64) * rate / window
    rise = (f - edge[:-2, None]) / (edge[1:-1] - edge[:-2])[:, None]
    fall = (edge[2:, None] - f) / (edge[2:] - edge[1:-1])[:, None]
    return torch.minimum(rise, fall).clamp_min(0).float()


class SpectralDistance(torch.nn.Module):
    """Of each item of a batch, weighted sum over resolutions of: log-mel distance, spectral convergence, distance of
    compressed magnitudes and, at low frequencies, of compressed complex spectra."""
    MEL = {64: 8, 128: 16, 256: 32, 512: 64, 1024: 80, 2048: 128}  # bands of each window at 16 kHz; windows last as long at other rates

    def __init__(self, rate, phased, mel=15.0, convergence=0.25, magnitudes=2.0, phases=1.0, exponent=0.3):
        """phased, Hz: above it no rate sends phases, and asking for them only takes the energy away."""
        super().__init__()
        self.rate, self.phased, self.mel, self.convergence = rate, phased, mel, convergence
        self.magnitudes, self.phases, self.exponent = magnitudes, phases, exponent
        self.bands = {rate * window // 16000: bands for window, bands in self.MEL.items()}
        for window, bands in self.bands.items():
            self.register_buffer('filters%d' % window, mel_filters(bands, window, rate).T.contiguous())

    def forward(self, x, y):
        total = 0
        for window in self.bands:
            hann = torch.hann_window(window, device=x.device)
            (xr, xm), (yr, ym) = [self.spectrum(s, hann) for s in (x, y)]
            filters, scale = getattr(self, 'filters%d' % window), hann.sum()
            distance = (torch.log10((xm @ filters / scale).clamp_min(1e-5)) - torch.log10((ym @ filters / scale).clamp_min(1e-5))).abs()
            total = total + self.mel / len(self.bands) * distance.mean((1, 2))
            if window * 16000 >= 256 * self.rate:
                total = total + self.convergence / 4 * ((xm - ym) ** 2).sum((1, 2)).sqrt().div((xm ** 2).sum((1, 2)).sqrt() + 1e-3)
            if window * 16000 // self.rate in (512, 1024):
                low = self.phased * window // self.rate
                cx, cy = xm ** self.exponent, ym ** self.exponent
                px, py = xr[..., :low, :] * (cx / xm)[..., :low, None], yr[..., :low, :] * (cy / ym)[..., :low, None]
                total = total + self.magnitudes / 2 * ((cx - cy) ** 2).mean((1, 2)) + self.phases / 2 * ((px - py) ** 2).sum((1, 2, 3)) / cx[0].numel()
        return total

    @staticmethod
    def spectrum(s, hann):
        window = len(hann)
        r = torch.view_as_real(torch.fft.rfft(s.unfold(-1, window, window // 2) * hann))
        return r, ((r ** 2).sum(-1) + 1e-8).sqrt()


def log_mel_distance(x, y, rate):
    """The measure of the evaluation, in dB: mean over four resolutions (codec/metrics, LogMelDistance)."""
    total = 0
    for window, hop, bands in ((256, 64, 32), (512, 128, 64), (1024, 256, 80), (2048, 512, 128)):
        hann, filters = torch.hann_window(window, device=x.device), mel_filters(bands, window, rate).T.to(x.device)
        a, b = [torch.log10((torch.fft.rfft(s.unfold(-1, window, hop) * hann).abs() / hann.sum() @ filters).clamp_min(1e-5)) for s in (x, y)]
        total = total + 20 * (a - b).abs().mean()
    return total / 4
