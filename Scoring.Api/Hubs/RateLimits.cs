using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Scoring.Api.Hubs;

/// <summary>How often strangers may try, per address; a whole hall may stand behind one. Names of policies for endpoints.</summary>
public static class RateLimits
{
    public const string Pairing = nameof(Pairing), Pictures = nameof(Pictures), Branches = nameof(Branches);

    public static void Add(RateLimiterOptions options)
    {
        foreach (var policy in (string[])[Pairing, Pictures, Branches])
        {
            options.AddPolicy(policy, http => RateLimitPartition.GetSlidingWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));
        }
    }
}
