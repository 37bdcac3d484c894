// The server after its start with the demonstration, beside a bare SignalR server.
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class IdleMemory(string folder)
{
    public async Task<IReadOnlyList<Row>> Run()
    {
        await using var server = await ServerProcess.Start();
        using var bare = await BareProcess.Start(folder);
        var (own, limit) = (Usage.Megabytes(server.Process), Usage.Megabytes(bare.Process));
        return [new("idle memory with the demonstration", own, "MB", limit, "<= 1.5")];
    }
}
