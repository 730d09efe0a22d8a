import asyncio, time
async def test_x(hass, engine, run, home):
    t=time.perf_counter()
    await asyncio.gather(*(run("work") for _ in range(1000)))
    print("took", time.perf_counter()-t)
async def test_y(hass, engine, run, home, freezer):
    import time as _t
    t=_t.process_time()
    await asyncio.gather(*(run("work") for _ in range(1000)))
    print("took cpu", _t.process_time()-t)
