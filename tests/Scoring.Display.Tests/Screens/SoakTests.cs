namespace Scoring.Display.Tests.Screens;

/// <summary>Eight hours of a day in a hurry: memory of the server flat, no timer left over.</summary>
[Collection(nameof(Alone))]
public sealed class SoakTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Memory_and_timers_of_the_display_stay_flat_over_a_hundred_thousand_updates()
    {
        var rounds = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") is "1" ? 10 : 3; // 100,000 in the long form
        const int Trades = 50, Updates = 10_000;
        await using var display = await TestDisplay.Start();
        foreach (var trade in Enumerable.Range(0, Trades))
        {
            display.Feed.Set(TestBoards.Board($"t{trade}", version: 1));
        }

        await using var reader = await TestReader.Connect(display.Address);
        long version = 1;
        var (heaps, timers) = (new List<long>(), new List<long>());
        for (var round = 0; round < rounds; round++)
        {
            for (var update = 0; update < Updates; update++)
            {
                display.Feed.Set(TestBoards.Versioned(++version, $"t{update % Trades}"));
            }

            await Until.True(() => reader.Boards.Any(b => b.Version == version), "the last update came");
            reader.Boards.Clear();
            await using (await TestReader.Connect(display.Address)) // screens come and go
            {
                heaps.Add(GC.GetTotalMemory(forceFullCollection: true));
                timers.Add(Timer.ActiveCount);
            }
        }

        output.WriteLine($"{rounds * Updates:N0} updates; heap after each {Updates:N0}, MB: {string.Join(" ", heaps.Select(h => (h / 1048576.0).ToString("F1", System.Globalization.CultureInfo.InvariantCulture)))}; timers: {string.Join(" ", timers)}");
        Assert.True(heaps[^1] < heaps[0] + 16 * 1024 * 1024, $"heap grew from {heaps[0]} to {heaps[^1]}");
        await Until.True(() => Timer.ActiveCount <= timers[0] + 5, $"no more timers than the {timers[0]} after the first round");
    }
}

/// <summary>What counts the whole process runs by itself.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
