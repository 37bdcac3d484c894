using Scoring.Api.Console.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Scoring.Api.Security;
using Scoring.Display.Look;

namespace Scoring.Api.Console;

public static class ConsoleSetup
{
    /// <summary>The organizer's console. Needs the ledger's competitions and <see cref="SecurityServices.AddSecurity"/>.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddFeaturePages();
        services.AddHttpContextAccessor();
        services.AddSingleton<IActionResultExecutor<LocalRedirectResult>, PlainLocation>();
        services.AddSingleton<Cautions>().AddSingleton<Desk>().AddSingleton<VenueAddress>().AddSingleton<SecondPerson>().AddSingleton<GivenPower>().AddSingleton<KeptForms>()
            .AddSingleton<Contest.ContestLook>().AddSingleton<Contest.PrintedHandOuts>().AddSingleton<Contest.Belongings>().AddSingleton<SentForms>().AddScoped<ContestWords>()
            .AddSingleton<CertificateBatches>().AddSingleton<Lists.UploadedLists>().AddSingleton<Storage.Spellings>()
            .AddSingleton<Storage.AwardsRegister>();
        return services;
    }

    /// <summary>What the console needs beside its pages, which come with <see cref="PageAssets.MapFeaturePages"/>.</summary>
    public static void MapConsole(this IEndpointRouteBuilder app)
    {
        // The clock in the head: proof that server and session are alive.
        app.MapGet("/console/clock", (Desk desk) => TypedResults.Text(desk.Local(desk.Now).Moment())).RequireAuthorization(Policies.Console);
    }
}
