"""Training of the picture model: what train.py needs to know of it."""
import math

import numpy as np
import torch
import torch.nn.functional as F

from .data import Crops, held_out_pictures, picture_files, read_picture, to_tensor
from .image_model import ImageModel
from .losses import lambda_of, rate_distortion


class PictureTask:
    def __init__(self, config, folders):
        self.config, self.folders = config['train'], folders
        self.data = Crops(folders, self.config['crop'], self.config['scale_max'])
        self.model = ImageModel(**config['model'])

    def start(self):
        """Weights before the first step: the KLT of crops."""
        blocks = [F.pixel_unshuffle(F.pixel_unshuffle(self.data.batch(8) - 0.5, 4), 4).permute(0, 2, 3, 1).reshape(-1, 768) for _ in range(120)]
        self.model.start_from_klt(torch.cat(blocks), self.slope)

    def slope(self, q):
        return lambda_of(q, self.config, ImageModel.QUALITIES)

    def parameter_groups(self):
        return self.model.parameter_groups()

    def loss(self, model, compiled, device):
        def of(x):
            q = torch.rand(len(x), device=device) * (ImageModel.QUALITIES - 1)
            decoded, bits = model(x, q)
            return rate_distortion(x, decoded, bits, self.slope(q))
        return of

    @staticmethod
    def amount(x):
        return x.shape[0] * x.shape[2] * x.shape[3]

    @staticmethod
    def shown(pixels):
        return '%.2f Gpx' % (pixels / 1e9)

    @torch.no_grad()
    def points(self, files, device, qualities=range(0, 64, 9)):
        """Estimated bpp and PSNR of the 8-bit picture, means over the files, for each quality."""
        points = []
        for q in qualities:
            bpp, psnr = [], []
            for f in files:
                x = to_tensor(read_picture(f))[None].to(device)
                h, w = x.shape[2:]
                r, bits = self.model(F.pad(x, (0, -w % 64, 0, -h % 64), mode='replicate'), torch.tensor([float(q)], device=device))
                r = (r[:, :, :h, :w].clamp(0, 1) * 255).round() / 255
                bpp.append(bits.item() / (h * w))
                psnr.append(-10 * math.log10(((r - x) ** 2).mean().item()))
            points.append((np.mean(bpp), np.mean(psnr)))
        return points

    def evaluate(self, folder, device):
        files = picture_files(folder) if folder else held_out_pictures(self.folders)
        return '%d: %s' % (len(files), ' '.join('%.3f:%.2f' % p for p in self.points(files, device)))
