#!/usr/bin/env python3
"""Turns safetensors into a PyTorch state dict and back, with nothing but PyTorch and NumPy.

    tools/torch_safetensors.py to-torch   in.safetensors out.pt
    tools/torch_safetensors.py from-torch in.pt out.safetensors

In PyTorch: model.load_state_dict(torch.load("out.pt")). The .pt may be a state dict or hold one under "state_dict";
only tensors are read from it, no code is run. In Python: from torch_safetensors import load_file, save_file.
"""
import argparse
import json
import os
import pickle
import struct
import sys
import warnings

try:
    import numpy as np
    import torch
except ImportError as error:
    print(f"torch_safetensors: {error}; on Debian: apt install python3-torch python3-numpy", file=sys.stderr)
    sys.exit(3)

# In the order the reference implementation writes them, widest first.
DTYPES = {
    "I64": torch.int64, "F64": torch.float64, "F32": torch.float32, "I32": torch.int32, "BF16": torch.bfloat16,
    "F16": torch.float16, "I16": torch.int16, "I8": torch.int8, "U8": torch.uint8, "BOOL": torch.bool,
}
NAMES = {dtype: name for name, dtype in DTYPES.items()}
ORDER = {name: place for place, name in enumerate(DTYPES)}
MAX_HEADER = 100_000_000


class FormatError(ValueError):
    pass


def _unique(pairs):
    out = {}
    for key, value in pairs:
        if key in out:
            raise FormatError(f"{key!r} is there twice; names must be unique")
        out[key] = value
    return out


def loads(data):
    """Bytes of a file -> (dict of tensors in the order of their bytes, dict of metadata)."""
    if len(data) < 8:
        raise FormatError(f"file has {len(data)} bytes; need at least 8")
    (size,) = struct.unpack("<Q", data[:8])
    if size > min(MAX_HEADER, len(data) - 8):
        raise FormatError(f"header is {size} bytes but the file has {len(data)}")
    header = json.loads(data[8:8 + size].decode("utf-8"), object_pairs_hook=_unique)
    if not isinstance(header, dict):
        raise FormatError("header is no object")
    metadata = header.pop("__metadata__", {})
    body = memoryview(data)[8 + size:]
    tensors, filled = {}, 0
    for name, info in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        if info["dtype"] not in DTYPES:
            raise FormatError(f"tensor {name!r} has dtype {info['dtype']!r}; need one of {', '.join(DTYPES)}")
        dtype, shape, (begin, end) = DTYPES[info["dtype"]], info["shape"], info["data_offsets"]
        if not all(isinstance(n, int) and n >= 0 for n in shape):
            raise FormatError(f"tensor {name!r} has shape {shape}; need integers from 0")
        count = int(np.prod([int(n) for n in shape], dtype=object)) if shape else 1
        need = count * torch.empty(0, dtype=dtype).element_size()
        if begin != filled or end - begin != need or end > len(body):
            raise FormatError(f"tensor {name!r} has data_offsets [{begin},{end}]; need [{filled},{filled + need}] "
                              f"within {len(body)} bytes")
        filled = end
        if count == 0:
            tensors[name] = torch.empty(shape, dtype=dtype)
        else:
            tensors[name] = torch.frombuffer(bytearray(body[begin:end]), dtype=dtype).reshape(shape)
    if filled != len(body):
        raise FormatError(f"{len(body)} bytes follow the header; its tensors need {filled}")
    return tensors, metadata


def dumps(tensors, metadata=None):
    """Dict of tensors -> bytes of a file, laid out as the reference implementation does."""
    header, parts, offset = {}, [], 0
    if metadata:
        header["__metadata__"] = metadata
    for name, t in sorted(tensors.items(), key=lambda item: (ORDER[NAMES[item[1].dtype]], item[0].encode())):
        t = t.detach().cpu().contiguous()
        # NumPy has no bfloat16: its bytes go through int16.
        part = (t.view(torch.int16) if t.dtype == torch.bfloat16 else t).numpy().tobytes()
        header[name] = {"dtype": NAMES[t.dtype], "shape": list(t.shape), "data_offsets": [offset, offset + len(part)]}
        parts.append(part)
        offset += len(part)
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(parts)


def load_file(path):
    with open(path, "rb") as file:
        return loads(file.read())[0]


def save_file(tensors, path, metadata=None):
    data = dumps(tensors, metadata)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _state_dict(path):
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, EOFError) as error:
        raise FormatError("no PyTorch file, or it holds more than tensors; need torch.save(model.state_dict(), path)") from error
    if isinstance(state, dict) and isinstance(state.get("state_dict"), dict):
        state = state["state_dict"]
    if not isinstance(state, dict):
        raise FormatError(f"{path} holds a {type(state).__name__}; need a state dict, as of model.state_dict()")
    for name, value in state.items():
        if not isinstance(name, str) or not isinstance(value, torch.Tensor) or value.dtype not in NAMES:
            raise FormatError(f"{name!r} is {getattr(value, 'dtype', type(value).__name__)}; need a tensor of "
                              f"{', '.join(DTYPES)}")
    return state


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("direction", choices=["to-torch", "from-torch"])
    parser.add_argument("input")
    parser.add_argument("output")
    args = parser.parse_args()
    try:
        if args.direction == "to-torch":
            torch.save(load_file(args.input), args.output)
        else:
            save_file(_state_dict(args.input), args.output, {"format": "pt"})
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        print(f"torch_safetensors: {args.input}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=UserWarning)
    sys.exit(main())
