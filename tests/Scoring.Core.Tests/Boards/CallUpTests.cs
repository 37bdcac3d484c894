using Scoring.Core.Boards;

namespace Scoring.Core.Tests.Boards;

public sealed class CallUpTests
{
    private static CallUp Call(int minute, params string[] codes) =>
        new(new(2026, 4, 23, 9, minute, 0, TimeSpan.Zero), [.. codes.Select(c => new CalledEntrant(c, null, false, 1))]);

    [Fact]
    public void One_call_is_another_by_its_time_or_by_who_is_on_it()
    {
        Assert.True(Call(0, "A01", "A02").Equals(Call(0, "A01", "A02")));
        Assert.Equal(Call(0, "A01", "A02").GetHashCode(), Call(0, "A01", "A02").GetHashCode());
        Assert.False(Call(0, "A01", "A02").Equals(Call(1, "A01", "A02")));
        Assert.False(Call(0, "A01", "A02").Equals(Call(0, "A02", "A01")));
        Assert.False(Call(0, "A01").Equals(Call(0, "A01", "A02")));
        Assert.False(Call(0, "A01").Equals(null));
    }
}
